using System.Globalization;

namespace SonicBridge.Bench.Calls;

/// <summary>What the kernel has in its books about a process.</summary>
internal static class ProcessAccount
{
    // USER_HZ, by which /proc counts on every Linux.
    private const double TicksPerSecond = 100;

    // In proc(5)'s numbering from 1, behind the name in parentheses: utime is field 14, stime 15.
    private const int FieldsThroughName = 2;
    private const int UserTime = 14;
    private const int SystemTime = 15;

    /// <summary>User and system time of all threads, in seconds.</summary>
    public static double CpuSeconds(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Ticks(UserTime) + Ticks(SystemTime)) / TicksPerSecond;

        long Ticks(int field) => long.Parse(fields[field - FieldsThroughName - 1], CultureInfo.InvariantCulture);
    }

    /// <summary>The same to the scheduler's precision: a start is over within a few of the ticks above.</summary>
    public static double CpuNanoseconds(int processId) =>
        Directory
            .GetDirectories($"/proc/{processId}/task")
            .Sum(static task =>
                double.Parse(File.ReadAllText($"{task}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture)
            );

    /// <summary>The most resident memory that it ever held, in MiB.</summary>
    public static double PeakMemory(int processId) =>
        MebibytesOf(File.ReadAllLines($"/proc/{processId}/status"), "VmHWM:");

    /// <summary>Open files, sockets and the like.</summary>
    public static int Handles(int processId) => Directory.GetFileSystemEntries($"/proc/{processId}/fd").Length;

    public static int Threads(int processId) => Directory.GetDirectories($"/proc/{processId}/task").Length;

    /// <summary>Resident memory, and the share of it when what several processes share is split among them; in MiB.</summary>
    public static (double Rss, double Pss) Memory(int processId)
    {
        var lines = File.ReadAllLines($"/proc/{processId}/smaps_rollup");
        return (MebibytesOf(lines, "Rss:"), MebibytesOf(lines, "Pss:"));
    }

    private static double MebibytesOf(string[] lines, string name)
    {
        var line = lines.First(line => line.StartsWith(name, StringComparison.Ordinal));
        var kibibytes = line[name.Length..^"kB".Length];
        return double.Parse(
                kibibytes,
                NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture
            ) / 1024;
    }
}
