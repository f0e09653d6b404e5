//! The page's frame: header, time bar, help.

texts! {
    /// The page's frame.
    PageTexts {
        play: "Play", "Putar";
        pause: "Pause", "Jeda";
        lab: "Lab", "Lab";
        help: "Keys and help", "Tombol dan bantuan";
        scenarios: "Scenarios", "Skenario";
        time: "Time", "Waktu";
    }
}
