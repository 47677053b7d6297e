package vn.lgsp.model.registry;

/** Môi trường: trial (thử nghiệm) or real (chính thức). Test and live applications never exchange packets. */
public enum Environment {
    TEST,
    LIVE
}
