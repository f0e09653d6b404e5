//! How the page stands to a bridge, as its header says it.

texts! {
    /// How the page stands to a bridge.
    LinkTexts {
        title: "Live Redis", "Redis sungguhan";
        button_hint: "Simulated now. Connect to a real Redis.", "Sekarang simulasi. Sambungkan ke Redis sungguhan.";
        off: "Simulated", "Simulasi";
        connecting: "Connecting", "Menyambung";
        connected: "Connected", "Tersambung";
        store_away: "Redis is away", "Redis terputus";
        refused: "Not connected", "Tidak tersambung";
        reconnecting: "Reconnecting", "Menyambung ulang";
        reconnecting_in: "Reconnecting in {seconds} s", "Menyambung ulang dalam {seconds} detik";
        reconnecting_short: "Reconnecting, {seconds} s", "Menyambung ulang, {seconds} dtk";
    }
}
