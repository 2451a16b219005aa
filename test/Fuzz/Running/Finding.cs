using System.Diagnostics;
using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Running;

/// <summary>An input that broke something.</summary>
/// <param name="Kind">The same for inputs that break the same: the exception's type and where it was thrown.</param>
/// <param name="Message">What was said.</param>
internal sealed record Finding(string Kind, string Message)
{
    /// <summary>Reads an input and says what is wrong with that; null when all is right.</summary>
    public static Finding? Of(IFuzzTarget target, ReadOnlySpan<byte> input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            target.Run(input);
        }
#pragma warning disable CA1031 // Whatever is thrown here is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Of(e);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated <= target.MostAllocated(input.Length)
            ? null
            : new Finding(
                "Memory",
                $"{allocated:N0} bytes were allocated for {input.Length:N0}; {target.MostAllocated(input.Length):N0} are the most."
            );
    }

    private static Finding Of(Exception e)
    {
        var place = new StackTrace(e)
            .GetFrames()
            .Select(frame => frame.GetMethod())
            .FirstOrDefault(method =>
                method?.DeclaringType?.Namespace?.StartsWith("SonicBridge", StringComparison.Ordinal) is true
                && method.DeclaringType != typeof(OracleException)
            );
        return new Finding($"{e.GetType().Name} in {place?.DeclaringType?.Name}.{place?.Name}", e.Message);
    }
}
