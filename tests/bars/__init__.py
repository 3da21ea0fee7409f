"""The bars: how quickly real pages of real people open and answer, and what is wrong with them."""
