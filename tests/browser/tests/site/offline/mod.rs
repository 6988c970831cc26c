//! Without a network: what a visit leaves on the device, how it mends itself, how a new version comes, how it all goes.

mod elsewhere;
mod presentation;
mod ready;
mod repair;
mod snapshots;
mod support;
mod versions;
mod visit;
