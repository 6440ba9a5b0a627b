package dev.corbel.cli;

/** Where the process starts. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("corbel");
    }
}
