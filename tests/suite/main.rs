mod icu;
