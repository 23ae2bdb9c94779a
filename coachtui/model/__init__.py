"""What coaching is: plain nouns and pure rules, without files, clocks or screens."""
