"""What is made from the program itself: the pictures and the pages of docs/."""
