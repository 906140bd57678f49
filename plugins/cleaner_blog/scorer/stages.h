/* What becomes of a line: nothing, navigation, captions, credits, comments; or it is the headline. As in `context.py`. */

#ifndef STAGES_H
#define STAGES_H

enum { LIVE, NAVIGATION, CAPTIONS, CREDITS, COMMENTS, HEADLINE, TAKEN = HEADLINE - 1 };

#endif
