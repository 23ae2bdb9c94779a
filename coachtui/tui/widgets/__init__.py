"""The parts that rooms are put together from. They paint what they are given and never see the notebook."""
