"""Pure arithmetic of running and body weight; every function names its source."""
