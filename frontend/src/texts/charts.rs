//! The charts: the numbers of a run over time.

texts! {
    /// The numbers of a run over time.
    ChartsTexts {
        read_at: "Read the charts at", "Baca grafik pada";
        read_hint: "Point at a chart, or use the arrow keys here. Enter goes to that instant.",
            "Arahkan ke grafik, atau pakai tombol panah di sini. Enter untuk pergi ke saat itu.";
        nothing_yet: "Nothing is recorded here yet.", "Belum ada rekaman di bagian ini.";
        noticed: "Noticed after", "Diketahui setelah";
        noticed_hint: "From setting a state to the look that took it.", "Dari state masuk sampai diambil.";
        waiting: "Waits in the key", "Menunggu di key";
        waiting_hint: "How long the state in the key has been waiting for a service that acts on it.",
            "Sudah berapa lama state di key menunggu servis yang menanggapinya.";
        looks: "Looks so far", "Jumlah memeriksa sejauh ini";
        looks_hint: "How often services looked at the key, and how often in vain.",
            "Berapa kali servis memeriksa key, dan berapa kali sia-sia.";
        lost: "Lost so far", "Hilang sejauh ini";
        lost_hint: "States that were overwritten before anybody took them.",
            "State yang tertimpa sebelum ada yang mengambilnya.";
        working: "At work", "Sedang bekerja";
        working_hint: "How many services worked at once; beside each, how much of the time it worked.",
            "Berapa servis bekerja bersamaan; di samping tiap servis, berapa bagian waktunya dipakai bekerja.";
        median: "median", "median";
        longest: "longest", "terlama";
        key: "now", "saat ini";
        made: "made", "dilakukan";
        vain: "in vain", "sia-sia";
        lost_all: "all", "semua";
        by_result: "to a result", "tertimpa hasil kerja";
        others_one: "1 other", "1 lainnya";
        others_many: "{count} others", "{count} lainnya";
        percent: "{number}%", "{number}%";
        at: "Time", "Waktu";
        table: "Table", "Tabel";
        table_of: "Table: {chart}", "Tabel: {chart}";
        copy: "Copy table", "Salin tabel";
        copied: "Copied.", "Tersalin.";
        copy_refused: "The browser did not let the page copy.", "Browser tidak mengizinkan halaman ini menyalin.";
    }
}
