using System.CommandLine;

namespace SonicBridge.Bench.Pages;

/// <summary><c>--write</c>.</summary>
internal static class PageOption
{
    public static Option<bool> Write() =>
        new("--write")
        {
            Description =
                "Keeps what was measured under test/Bench/results, and makes pages and pictures anew from it.",
        };
}
