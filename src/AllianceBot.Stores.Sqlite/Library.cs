using System.Runtime.InteropServices;
using SQLitePCL;

namespace AllianceBot.Stores.Sqlite;

/// <summary>
/// Which SQLite a process uses. The one in the package is old, as its newer packages are not to be had everywhere; on Linux
/// the system's own is mostly newer and gets its repairs with the system's.
/// </summary>
internal static class Library
{
    private const string SystemName = "libsqlite3.so.0";
    private const string PackageName = "e_sqlite3";

    private static readonly Lock Gate = new();
    private static string? used;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Number();

    /// <summary>Loads the library once per process; later calls tell which one it was.</summary>
    public static string Use(bool preferSystem)
    {
        lock (Gate)
        {
            if (used is not null) return used;
            var choice = preferSystem && OperatingSystem.IsLinux() ? NewerSystem() : IntPtr.Zero;
            if (choice != IntPtr.Zero)
            {
                NativeLibrary.SetDllImportResolver(
                    typeof(SQLite3Provider_e_sqlite3).Assembly, (name, _, _) => name == PackageName ? choice : IntPtr.Zero);
            }

            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            return used = $"SQLite {raw.sqlite3_libversion().utf8_to_string()} ({(choice == IntPtr.Zero ? "bundled" : "system")})";
        }
    }

    private static IntPtr NewerSystem()
    {
        if (!NativeLibrary.TryLoad(SystemName, out var system)) return IntPtr.Zero;
        // Built without threads it must not be used from the committer and the readers at once.
        if (Ask(system, "sqlite3_threadsafe") == 0) return IntPtr.Zero;
        var assembly = typeof(SQLite3Provider_e_sqlite3).Assembly;
        var bundled = NativeLibrary.TryLoad(PackageName, assembly, DllImportSearchPath.AssemblyDirectory, out var own)
            ? Ask(own, "sqlite3_libversion_number")
            : 0;
        return Ask(system, "sqlite3_libversion_number") > bundled ? system : IntPtr.Zero;
    }

    private static int Ask(IntPtr library, string function) =>
        NativeLibrary.TryGetExport(library, function, out var address)
            ? Marshal.GetDelegateForFunctionPointer<Number>(address)()
            : 0;
}
