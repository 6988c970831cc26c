//! "Fetch what is selected now": one slot that only the answer to the newest question can fill.
//!
//! Leptos' own resources let a slow old answer overwrite a new one (leptos #4434). Here a new question calls the
//! former request off, and an answer is published only if its question still is the newest.

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wsis_core::failure::Failure;

use super::Cancel;

/// What has become of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Remote<T> {
    /// Not asked yet.
    Idle,
    /// On its way.
    Loading,
    /// Answered.
    Ready(T),
    /// Failed.
    Failed(Failure),
}

/// A slot for the answer to the newest question. It belongs to the owner it was made in: when that goes, what is
/// on its way is called off.
pub(crate) struct Latest<T> {
    slot: Slot,
    answers: PhantomData<fn() -> T>,
}

impl<T> Clone for Latest<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Latest<T> {}

impl<T: Send + Sync + 'static> Latest<T> {
    /// An empty slot whose questions fail after `seconds`.
    pub(crate) fn new(seconds: u32) -> Self {
        Self { slot: Slot::new(seconds), answers: PhantomData }
    }

    /// What has become of the newest question. Tracks it.
    pub(crate) fn remote(&self) -> Remote<Arc<T>> {
        match self.slot.remote.get() {
            Remote::Idle => Remote::Idle,
            Remote::Loading => Remote::Loading,
            Remote::Failed(failure) => Remote::Failed(failure),
            // Only `ask` fills the slot, and with this type.
            Remote::Ready(answer) => answer.downcast().map_or(Remote::Idle, Remote::Ready),
        }
    }

    /// Asks anew. The former question is called off, answered or not.
    pub(crate) fn ask<F>(&self, question: impl FnOnce(Cancel) -> F)
    where
        F: Future<Output = Result<T, Failure>> + 'static,
    {
        self.slot.ask(|cancel| {
            let answer = question(cancel);
            Box::pin(async move { answer.await.map(|answer| Arc::new(answer) as Shared) })
        });
    }
}

/// An answer of any type: the machinery below is compiled once and not once for each file of the API.
type Shared = Arc<dyn Any + Send + Sync>;

type Answer = Pin<Box<dyn Future<Output = Result<Shared, Failure>>>>;

#[derive(Clone, Copy)]
struct Slot {
    remote: RwSignal<Remote<Shared>>,
    cancel: StoredValue<Option<Cancel>, LocalStorage>,
    seconds: u32,
}

impl Slot {
    fn new(seconds: u32) -> Self {
        let slot =
            Self { remote: RwSignal::new(Remote::Idle), cancel: StoredValue::new_local(None), seconds };
        on_cleanup(move || slot.call_off());
        slot
    }

    fn ask(self, question: impl FnOnce(Cancel) -> Answer) {
        self.call_off();
        let cancel = Cancel::with_deadline(self.seconds);
        self.cancel.set_value(Some(cancel.clone()));
        self.remote.set(Remote::Loading);
        self.publish(question(cancel.clone()), cancel);
    }

    fn publish(self, answer: Answer, cancel: Cancel) {
        spawn_local(async move {
            let answer = answer.await;
            if !cancel.is_called_off() {
                // The slot may be gone by now; then nobody waits for the answer.
                let _ = self.remote.try_set(match answer {
                    Ok(value) => Remote::Ready(value),
                    Err(failure) => Remote::Failed(failure),
                });
            }
        });
    }

    fn call_off(self) {
        if let Some(cancel) = self.cancel.try_update_value(Option::take).flatten() {
            cancel.call_off();
        }
    }
}
