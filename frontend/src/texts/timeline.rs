//! The timeline: its strip and its lanes.

texts! {
    /// The timeline's lanes.
    TimelineTexts {
        lanes: "Timeline: a lane for each", "Garis waktu: satu jalur untuk masing-masing";
        unfold: "Show the timeline's lanes", "Tampilkan jalur garis waktu";
        fold: "Fold the timeline's lanes", "Lipat jalur garis waktu";
    }
}
