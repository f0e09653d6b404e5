//! The numbers of a run: what each is called, and in one sentence what it counts.

texts! {
    /// The numbers of a run.
    CounterTexts {
        title: "Counted so far", "Hitungan sejauh ini";
        number: "Number", "Angka";
        all: "All", "Semua";
        none: "none", "belum ada";

        polls: "Looks made", "Jumlah memeriksa";
        polls_hint: "How often a service looked at the key.",
            "Berapa kali servis memeriksa key.";
        wasted_polls: "Looks in vain", "Memeriksa sia-sia";
        wasted_polls_hint: "Looks that found nothing to work on: the price of polling.",
            "Memeriksa tanpa menemukan yang bisa dikerjakan. Itulah ruginya polling: harus terus bertanya.";
        works: "Times worked", "Jumlah bekerja";
        works_hint: "How often a service took a state and started to work.",
            "Berapa kali servis mengambil state, lalu mulai bekerja.";
        busy: "Time worked", "Lama bekerja";
        busy_hint: "Time spent working, up to this moment.",
            "Total waktu bekerja sampai saat ini.";
        detection_median: "Noticed after, median", "Diketahui setelah, median";
        detection_median_hint: "From setting a state to the look that took it: half of them waited no longer.",
            "Dari state masuk sampai diambil: separuhnya menunggu tidak lebih lama dari ini.";
        detection_max: "Noticed after, longest", "Diketahui setelah, terlama";
        detection_max_hint: "The longest that a state waited until it was taken.",
            "Paling lama sebuah state menunggu sampai diambil.";
        lost: "States lost", "State hilang";
        lost_hint: "States that were overwritten before anybody took them, though a service acts on them.",
            "State yang tertimpa sebelum diambil, padahal ada servis yang menanggapinya.";
        by_result: "Lost to a result", "Tertimpa hasil kerja";
        by_result_hint: "Those of the lost that a service overwrote with its result, without looking.",
            "State yang hilang karena tertimpa hasil kerja servis: servis menulis tanpa memeriksa dulu.";
        unheard: "Published unheard", "Kiriman tanpa tanggapan";
        unheard_hint: "Publications that no service acts on.",
            "State yang dikirim, tapi tidak ada servis yang menanggapi.";
        double_work: "Double work", "Kerja ganda";
        double_work_hint: "Times that a service took a state which somebody had taken already.",
            "Berapa kali servis mengambil state yang sebelumnya sudah diambil.";
        abandoned: "Work abandoned", "Kerja terputus";
        abandoned_hint: "Work that a crash or a removal ended.",
            "Pekerjaan yang terputus karena servis dimatikan paksa atau dihapus.";
    }
}
