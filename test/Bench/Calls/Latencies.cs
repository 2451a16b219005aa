using System.Diagnostics;

namespace SonicBridge.Bench.Calls;

/// <summary>How long each block of a call's audio was on its way to the model.</summary>
internal static class Latencies
{
    /// <param name="firstFragment">The first that was handed out while the call was on: those before it were there already.</param>
    public static IEnumerable<TimeSpan> Of(CarriedCall call, ModelStream stream, int firstFragment)
    {
        foreach (var block in stream.Blocks)
        {
            var fragment = (int)((block.Through - 1) / (CallerSound.FragmentSamples * sizeof(short)));
            if (fragment >= firstFragment && call.HandedOut[fragment] > stream.FirstHeardAt)
            {
                yield return Stopwatch.GetElapsedTime(call.HandedOut[fragment], block.At);
            }
        }
    }
}
