//! The flowchart of a service's program.

texts! {
    /// The flowchart.
    FlowchartTexts {
        title: "Its program, step by step", "Programnya, langkah demi langkah";
        start: "Start main.py", "Jalankan main.py";
        check: "Read the argument --service", "Baca argumen --service";
        known: "Is it a known service?", "Servisnya terdaftar?";
        initiate: "Make the service", "Buat objek servisnya";
        read: "Read app:state", "Baca app:state";
        mine: "Is the state one of mine?", "Termasuk state yang diizinkan?";
        work: "Work for {time}", "Bekerja selama {time}";
        set: "Set the next state", "Ganti ke state berikutnya";
        set_state: "Set {state}", "Ganti state menjadi {state}";
        sleep: "Sleep {time}", "Tidur {time}";
        no: "No", "Tidak";
        yes: "Yes", "Ya";
        exit: "Exit with an error", "Keluar dengan error";
        skip: "skip the work", "lewati pekerjaan";
        again: "Back to: {step}", "Kembali ke: {step}";
        loop_head: "Again and again", "Berulang terus";
        not_running: "The program is not running: no step is lit.", "Programnya tidak berjalan: tidak ada langkah yang menyala.";
    }
}
