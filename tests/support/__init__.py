"""What tests share: a real terminal, homes, clocks, simulated power cuts."""
