"""Every command of the program, once: one table a room, imported when the room is first entered."""
