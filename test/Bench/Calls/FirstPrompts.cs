using System.Diagnostics;

namespace SonicBridge.Bench.Calls;

/// <summary>When each answer's first prompt could be played, from the model's audio on.</summary>
internal static class FirstPrompts
{
    // A prompt's length is written in whole milliseconds.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    /// <param name="answers">Each answer's audio as it was sent, in ticks of sound.</param>
    /// <param name="prompts">All prompts of the call, in order.</param>
    public static IReadOnlyList<FirstPrompt> Of(
        IReadOnlyList<IReadOnlyList<Progress>> answers,
        IReadOnlyList<PlayablePrompt> prompts
    )
    {
        List<FirstPrompt> found = [];
        foreach (var audio in answers.Where(audio => audio.Count > 0))
        {
            var index = prompts.TakeWhile(prompt => prompt.At < audio[0].At).Count();
            if (index == prompts.Count)
            {
                break;
            }

            var prompt = prompts[index];
            var needed = (prompt.Length - Rounding).Ticks;
            var complete = audio.First(sent => sent.Through >= needed || sent == audio[^1]);
            found.Add(
                new FirstPrompt(
                    Stopwatch.GetElapsedTime(complete.At, prompt.At),
                    Stopwatch.GetElapsedTime(audio[0].At, prompt.At)
                )
            );
        }

        return found;
    }
}

/// <param name="AfterItsAudio">Since the model had sent the last of the prompt's own audio.</param>
/// <param name="AfterFirstAudio">Since the model sent the answer's first audio.</param>
internal readonly record struct FirstPrompt(TimeSpan AfterItsAudio, TimeSpan AfterFirstAudio);
