//! The latest request of one place in the page: a new request aborts the former one, and only its answer is published.
//!
//! Leptos' own resources let a slow old answer overwrite a new one (leptos #4434).

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

use any_spawner::Executor;
use reactive_graph::owner::{LocalStorage, StoredValue, on_cleanup};
use reactive_graph::signal::RwSignal;
use reactive_graph::traits::{Get as _, Set as _, SetValue as _, UpdateValue as _};
use wsis_core::failure::Failure;
use wsis_platform::abort::Abort;

/// The state of the latest request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestState<T> {
    /// Nothing was requested yet.
    Idle,
    /// The request is running.
    Loading,
    /// The answer is there.
    Ready(T),
    /// The request failed.
    Failed(Failure),
}

impl<T> RequestState<T> {
    /// The answer, if it is there.
    #[must_use]
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }
}

/// A slot for the latest request. When the reactive owner it was made in is disposed, a running request is aborted.
pub struct LatestRequest<T> {
    slot: Slot,
    answers: PhantomData<fn() -> T>,
}

impl<T> Clone for LatestRequest<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for LatestRequest<T> {}

impl<T: Send + Sync + 'static> LatestRequest<T> {
    /// An empty slot with a deadline for each request, in seconds.
    #[must_use]
    pub fn new(seconds: u32) -> Self {
        Self { slot: Slot::new(seconds), answers: PhantomData }
    }

    /// The state of the latest request. Tracked.
    #[must_use]
    pub fn state(&self) -> RequestState<Arc<T>> {
        match self.slot.state.get() {
            RequestState::Idle => RequestState::Idle,
            RequestState::Loading => RequestState::Loading,
            RequestState::Failed(failure) => RequestState::Failed(failure),
            // Only `fetch` fills the slot, and with this type.
            RequestState::Ready(answer) => answer.downcast().map_or(RequestState::Idle, RequestState::Ready),
        }
    }

    /// Fills the slot with an answer that needs no request.
    pub fn fill(&self, answer: T) {
        self.slot.abort();
        self.slot.state.set(RequestState::Ready(Arc::new(answer)));
    }

    /// Sends a request. The former one is aborted, answered or not.
    pub fn fetch<F>(&self, request: impl FnOnce(Abort) -> F)
    where
        F: Future<Output = Result<T, Failure>> + 'static,
    {
        self.slot.fetch(|abort| {
            let answer = request(abort);
            Box::pin(async move { answer.await.map(|answer| Arc::new(answer) as AnyAnswer) })
        });
    }
}

/// An answer of any type: the code below is compiled once and not once for each file of the API.
type AnyAnswer = Arc<dyn Any + Send + Sync>;

type PendingAnswer = Pin<Box<dyn Future<Output = Result<AnyAnswer, Failure>>>>;

#[derive(Clone, Copy)]
struct Slot {
    state: RwSignal<RequestState<AnyAnswer>>,
    abort: StoredValue<Option<Abort>, LocalStorage>,
    seconds: u32,
}

impl Slot {
    fn new(seconds: u32) -> Self {
        let slot =
            Self { state: RwSignal::new(RequestState::Idle), abort: StoredValue::new_local(None), seconds };
        on_cleanup(move || slot.abort());
        slot
    }

    fn fetch(self, request: impl FnOnce(Abort) -> PendingAnswer) {
        self.abort();
        let abort = Abort::with_deadline(self.seconds);
        self.abort.set_value(Some(abort.clone()));
        self.state.set(RequestState::Loading);
        self.publish(request(abort.clone()), abort);
    }

    fn publish(self, answer: PendingAnswer, abort: Abort) {
        Executor::spawn_local(async move {
            let answer = answer.await;
            if !abort.is_aborted() {
                // The slot may be disposed by now; then nobody waits for the answer.
                let _ = self.state.try_set(match answer {
                    Ok(value) => RequestState::Ready(value),
                    Err(failure) => RequestState::Failed(failure),
                });
            }
        });
    }

    fn abort(self) {
        if let Some(abort) = self.abort.try_update_value(Option::take).flatten() {
            abort.abort();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use futures::channel::oneshot;
    use reactive_graph::owner::Owner;

    use super::*;
    use crate::test_support::{run_effects, with_owner};

    type Reply = oneshot::Sender<Result<u32, Failure>>;

    /// Sends a request whose answer the test gives.
    fn ask(slot: LatestRequest<u32>) -> (Reply, Abort) {
        let (reply, answer) = oneshot::channel();
        let abort = Rc::new(RefCell::new(None));
        let seen = abort.clone();
        slot.fetch(|abort| {
            seen.replace(Some(abort));
            async move { answer.await.unwrap() }
        });
        let abort = abort.borrow_mut().take().unwrap();
        (reply, abort)
    }

    fn ready(slot: LatestRequest<u32>) -> Option<u32> {
        slot.state().ready().map(|value| *value)
    }

    #[test]
    fn an_answer_is_published() {
        with_owner(|| {
            let slot = LatestRequest::new(20);
            assert_eq!(slot.state(), RequestState::Idle);
            let (reply, _) = ask(slot);
            assert_eq!(slot.state(), RequestState::Loading);
            reply.send(Ok(7)).unwrap();
            run_effects();
            assert_eq!(ready(slot), Some(7));
        });
    }

    #[test]
    fn a_slow_old_answer_never_replaces_a_new_one() {
        with_owner(|| {
            let slot = LatestRequest::new(20);
            let (old, old_abort) = ask(slot);
            let (new, new_abort) = ask(slot);
            assert!(old_abort.is_aborted() && !new_abort.is_aborted());
            new.send(Ok(2)).unwrap();
            run_effects();
            old.send(Ok(1)).unwrap();
            run_effects();
            assert_eq!(ready(slot), Some(2));
        });
    }

    #[test]
    fn an_old_answer_that_comes_first_is_not_shown_either() {
        with_owner(|| {
            let slot = LatestRequest::new(20);
            let (old, _) = ask(slot);
            let (_new, _) = ask(slot);
            old.send(Ok(1)).unwrap();
            run_effects();
            assert_eq!(slot.state(), RequestState::Loading);
        });
    }

    #[test]
    fn a_failure_is_published_and_a_new_request_clears_it() {
        with_owner(|| {
            let slot = LatestRequest::new(20);
            let failure = Failure::TimedOut { seconds: 20 };
            let (reply, _) = ask(slot);
            reply.send(Err(failure.clone())).unwrap();
            run_effects();
            assert_eq!(slot.state(), RequestState::Failed(failure));
            let (_reply, _) = ask(slot);
            assert_eq!(slot.state(), RequestState::Loading);
        });
    }

    #[test]
    fn a_disposed_view_aborts_its_request_and_ignores_the_answer() {
        with_owner(|| {
            let view = Owner::new();
            let slot = view.with(|| LatestRequest::new(20));
            let (reply, abort) = ask(slot);
            view.cleanup();
            assert!(abort.is_aborted());
            reply.send(Ok(1)).unwrap();
            run_effects();
        });
    }
}
