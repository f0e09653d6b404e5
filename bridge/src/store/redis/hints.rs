//! What Redis pushes, reduced to two flags: pushes may come in any number, and say no more than "look again".

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use redis::{PushInfo, PushKind, Value};
use tokio::sync::Notify;

use crate::store::link::{Hint, Lost};

/// The flags of one connection.
#[derive(Debug, Default)]
pub(super) struct Hints {
    look: AtomicBool,
    closed: AtomicBool,
    wake: Notify,
}

impl Hints {
    /// The next hint; none is lost between two calls.
    pub(super) async fn next(&self) -> Hint {
        loop {
            if self.closed.load(Ordering::Acquire) {
                return Hint::Closed(Lost("Redis closed the connection.".to_owned()));
            }
            if self.look.swap(false, Ordering::AcqRel) {
                return Hint::LookAgain;
            }
            self.wake.notified().await;
        }
    }

    fn raise(&self, flag: &AtomicBool) {
        flag.store(true, Ordering::Release);
        self.wake.notify_one();
    }
}

/// What the connection calls for each push. It must not block, and keeps nothing.
pub(super) fn pushes(
    hints: &Arc<Hints>,
    key: &Arc<str>,
) -> impl Fn(PushInfo) -> Result<(), redis::aio::SendError> + Send + Sync + 'static {
    let (hints, key) = (Arc::clone(hints), Arc::clone(key));
    move |push| {
        match push.kind {
            PushKind::Invalidate if concerns(&push.data, key.as_bytes()) => hints.raise(&hints.look),
            PushKind::Disconnection => hints.raise(&hints.closed),
            _ => {}
        }
        Ok(())
    }
}

/// The prefix that is tracked is also that of other keys. Nil stands for all keys: the database was emptied or replaced.
fn concerns(data: &[Value], key: &[u8]) -> bool {
    data.iter().any(|part| match part {
        Value::Nil => true,
        Value::Array(keys) => keys.iter().any(|name| match name {
            Value::BulkString(name) => name == key,
            Value::SimpleString(name) => name.as_bytes() == key,
            _ => false,
        }),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<Value> {
        vec![Value::Array(names.iter().map(|name| Value::BulkString(name.as_bytes().to_vec())).collect())]
    }

    #[test]
    fn only_the_key_itself_concerns_us_or_all_keys() {
        assert!(concerns(&names(&["app:state2", "app:state"]), b"app:state"));
        assert!(!concerns(&names(&["app:state2"]), b"app:state"));
        assert!(!concerns(&names(&[]), b"app:state"));
        assert!(concerns(&[Value::Nil], b"app:state"));
    }

    #[tokio::test]
    async fn hints_come_once_and_the_end_for_good() {
        let hints = Arc::new(Hints::default());
        let push = pushes(&hints, &Arc::from("app:state"));
        let invalidate = || PushInfo { kind: PushKind::Invalidate, data: names(&["app:state"]) };
        push(invalidate()).unwrap();
        push(invalidate()).unwrap();
        assert_eq!(hints.next().await, Hint::LookAgain);
        push(PushInfo { kind: PushKind::Disconnection, data: Vec::new() }).unwrap();
        assert!(matches!(hints.next().await, Hint::Closed(_)));
        assert!(matches!(hints.next().await, Hint::Closed(_)));
    }
}
