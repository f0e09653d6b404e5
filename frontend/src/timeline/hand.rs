//! What fingers and a mouse do on the lanes, as far as it concerns time: they scrub, they tap, they spread.

/// How far a pointer may stray and still taps, in pixels.
const STRAY: f64 = 5.0;
/// Fingers that are closer are not told apart, in pixels.
const CLOSEST: f64 = 12.0;

/// The pointers that are down.
#[derive(Clone, Debug, Default)]
pub struct Hand {
    fingers: Vec<Finger>,
    doing: Doing,
}

#[derive(Clone, Copy, Debug)]
struct Finger {
    id: i32,
    began: f64,
    x: f64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Doing {
    /// Nothing yet, or nothing that concerns time.
    #[default]
    Waiting,
    Scrubbing,
    Spreading,
}

/// When a pointer begins to scrub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Eagerness {
    /// As soon as it is down: a mouse, a pen.
    AtOnce,
    /// When it has moved: a finger may be about to scroll.
    WhenMoved,
}

/// What the hand asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// Nothing.
    Nothing,
    /// To look at the place at `x`.
    Scrub(f64),
    /// What lies at `x`.
    Tap(f64),
    /// The two places that were under two fingers are to be under them still.
    Spread {
        /// Where the fingers were.
        from: (f64, f64),
        /// Where they are.
        to: (f64, f64),
    },
}

impl Hand {
    /// A pointer is put down.
    pub fn down(&mut self, id: i32, x: f64, eagerness: Eagerness) -> Gesture {
        self.fingers.retain(|finger| finger.id != id);
        self.fingers.push(Finger { id, began: x, x });
        match (self.fingers.len(), eagerness) {
            (1, Eagerness::AtOnce) => {
                self.doing = Doing::Scrubbing;
                return Gesture::Scrub(x);
            }
            (1, Eagerness::WhenMoved) => self.doing = Doing::Waiting,
            _ => self.doing = Doing::Spreading,
        }
        Gesture::Nothing
    }

    /// A pointer moves.
    pub fn moved(&mut self, id: i32, x: f64) -> Gesture {
        let before = self.fingers.clone();
        let Some(finger) = self.fingers.iter_mut().find(|finger| finger.id == id) else {
            return Gesture::Nothing;
        };
        finger.x = x;
        let strayed = (x - finger.began).abs() > STRAY;
        match (self.doing, &self.fingers[..]) {
            (Doing::Spreading, [a, b, ..]) => {
                let from = (before[0].x, before[1].x);
                let to = (a.x, b.x);
                let apart = |(a, b): (f64, f64)| (a - b).abs() >= CLOSEST;
                if apart(from) && apart(to) { Gesture::Spread { from, to } } else { Gesture::Nothing }
            }
            (Doing::Waiting, [_]) if strayed => {
                self.doing = Doing::Scrubbing;
                Gesture::Scrub(x)
            }
            (Doing::Scrubbing, [_]) => Gesture::Scrub(x),
            _ => Gesture::Nothing,
        }
    }

    /// A pointer is lifted.
    pub fn up(&mut self, id: i32, x: f64) -> Gesture {
        let lifted = self.fingers.iter().find(|finger| finger.id == id).copied();
        self.fingers.retain(|finger| finger.id != id);
        let spread = self.doing == Doing::Spreading;
        if self.fingers.is_empty() {
            self.doing = Doing::Waiting;
        }
        match lifted {
            Some(finger) if !spread && (x - finger.began).abs() <= STRAY => Gesture::Tap(x),
            _ => Gesture::Nothing,
        }
    }

    /// The browser took a pointer away: it scrolls.
    pub fn lost(&mut self, id: i32) {
        self.fingers.retain(|finger| finger.id != id);
        if self.fingers.is_empty() {
            self.doing = Doing::Waiting;
        }
    }

    /// Whether any pointer is down.
    pub fn is_down(&self) -> bool {
        !self.fingers.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mouse_scrubs_at_once_and_taps_where_it_did_not_move() {
        let mut hand = Hand::default();
        assert_eq!(hand.down(1, 100.0, Eagerness::AtOnce), Gesture::Scrub(100.0));
        assert_eq!(hand.moved(1, 102.0), Gesture::Scrub(102.0));
        assert_eq!(hand.up(1, 102.0), Gesture::Tap(102.0));
        assert_eq!(hand.moved(1, 150.0), Gesture::Nothing, "it only points");
        hand.down(1, 100.0, Eagerness::AtOnce);
        assert_eq!(hand.moved(1, 180.0), Gesture::Scrub(180.0));
        assert_eq!(hand.up(1, 180.0), Gesture::Nothing);
    }

    #[test]
    fn a_finger_may_scroll_before_it_scrubs() {
        let mut hand = Hand::default();
        assert_eq!(hand.down(1, 100.0, Eagerness::WhenMoved), Gesture::Nothing);
        assert_eq!(hand.moved(1, 103.0), Gesture::Nothing);
        hand.lost(1);
        assert_eq!(hand.moved(1, 150.0), Gesture::Nothing);
        hand.down(1, 100.0, Eagerness::WhenMoved);
        assert_eq!(hand.moved(1, 110.0), Gesture::Scrub(110.0));
        assert_eq!(hand.up(1, 110.0), Gesture::Nothing);
    }

    #[test]
    fn two_fingers_spread_and_do_not_scrub_when_one_is_lifted() {
        let mut hand = Hand::default();
        hand.down(1, 100.0, Eagerness::WhenMoved);
        hand.down(2, 200.0, Eagerness::WhenMoved);
        assert_eq!(hand.moved(2, 300.0), Gesture::Spread { from: (100.0, 200.0), to: (100.0, 300.0) });
        assert_eq!(hand.up(1, 100.0), Gesture::Nothing);
        assert_eq!(hand.moved(2, 400.0), Gesture::Nothing);
        assert_eq!(hand.up(2, 400.0), Gesture::Nothing);
        assert!(!hand.is_down());
    }
}
