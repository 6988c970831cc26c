//! Without a network: what a visit leaves on the device, how it mends itself, how a new version comes, how it all goes.

mod elsewhere;
mod mending;
mod ready;
mod snapshots;
mod support;
mod talk;
mod versions;
mod visit;
