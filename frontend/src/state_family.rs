//! One state, one colour family, everywhere: chosen by the state's name. Knows no colours, only the families' names.

/// A family of states that share a colour; its colours are custom properties in `styles/base.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// `TRANSACTION_PAID` and its like.
    Transaction,
    /// `ORDER_COMPLETED` and its like.
    Order,
    /// Whatever is canceled.
    Canceled,
    /// `IDLE`: nothing is left to do.
    Idle,
    /// Receipts, invoices and results.
    Receipt,
    /// One of those that other names share.
    Violet,
    /// One of those that other names share.
    Rose,
    /// One of those that other names share.
    Teal,
    /// One of those that other names share.
    Olive,
}

impl Family {
    /// Every family.
    pub const ALL: [Family; 9] = [
        Family::Transaction,
        Family::Order,
        Family::Canceled,
        Family::Idle,
        Family::Receipt,
        Family::Violet,
        Family::Rose,
        Family::Teal,
        Family::Olive,
    ];

    /// The families of names that have none of their own.
    const OTHERS: [Family; 4] = [Family::Violet, Family::Rose, Family::Teal, Family::Olive];

    /// The family of a state by its name.
    pub fn of(state: &str) -> Family {
        let begins = |word: &str| state.starts_with(word);
        if state.ends_with("CANCELED") || state.ends_with("CANCELLED") {
            Family::Canceled
        } else if state == "IDLE" {
            Family::Idle
        } else if begins("TRANSACTION") {
            Family::Transaction
        } else if begins("ORDER") {
            Family::Order
        } else if begins("RECEIPT") || begins("INVOICE") {
            Family::Receipt
        } else {
            Family::OTHERS[fingerprint(state) as usize % Family::OTHERS.len()]
        }
    }

    /// The custom property that holds its colour.
    pub const fn property(self) -> &'static str {
        match self {
            Family::Transaction => "--transaction",
            Family::Order => "--order",
            Family::Canceled => "--canceled",
            Family::Idle => "--idle",
            Family::Receipt => "--receipt",
            Family::Violet => "--violet",
            Family::Rose => "--rose",
            Family::Teal => "--teal",
            Family::Olive => "--olive",
        }
    }

    /// Its class: `<span class="state family-order">`.
    pub const fn class(self) -> &'static str {
        match self {
            Family::Transaction => "family-transaction",
            Family::Order => "family-order",
            Family::Canceled => "family-canceled",
            Family::Idle => "family-idle",
            Family::Receipt => "family-receipt",
            Family::Violet => "family-violet",
            Family::Rose => "family-rose",
            Family::Teal => "family-teal",
            Family::Olive => "family-olive",
        }
    }
}

/// The class of a state by its name.
pub fn family_class(state: &str) -> &'static str {
    Family::of(state).class()
}

/// A number that a name always gets (FNV-1a): the same today and tomorrow, on every machine.
fn fingerprint(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tutorials_states_have_their_families() {
        let of = |names: &[&str]| names.iter().map(|name| Family::of(name)).collect::<Vec<_>>();
        assert_eq!(of(&["TRANSACTION_CREATED", "TRANSACTION_PAID"]), [Family::Transaction; 2]);
        assert_eq!(of(&["ORDER_PAID", "ORDER_COMPLETED"]), [Family::Order; 2]);
        assert_eq!(of(&["TRANSACTION_CANCELED", "ORDER_CANCELED"]), [Family::Canceled; 2]);
        assert_eq!(of(&["IDLE"]), [Family::Idle]);
    }

    #[test]
    fn other_names_keep_one_of_the_other_families() {
        for name in ["PART_A", "PART_B", "SHIPPED", "A"] {
            assert!(Family::OTHERS.contains(&Family::of(name)), "{name}");
            assert_eq!(Family::of(name), Family::of(name));
        }
        assert_ne!(Family::of("PART_A"), Family::of("PART_B"), "the two of `overview` are told apart");
    }

    #[test]
    fn every_family_has_its_class_in_the_base_styles() {
        let styles = include_str!("../styles/base.css");
        for family in Family::ALL {
            let rule = format!(".{} {{ --family: var({}); }}", family.class(), family.property());
            assert!(styles.contains(&rule), "{rule}");
        }
    }
}
