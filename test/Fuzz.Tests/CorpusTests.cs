using SonicBridge.Fuzz.Running;
using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Tests;

/// <summary>Each input that once broke something, and each that others are made of, read once more.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_input_of_the_corpus_is_read_or_refused_as_documented(string name)
    {
        var target = FuzzTargets.Named(name);
        var inputs = CorpusFolder.Read(CorpusFolder.Of(target)).ToList();

        inputs.ShouldNotBeEmpty();
        foreach (var (file, content) in inputs)
        {
            Finding.Of(target, content).ShouldBeNull($"{name}/{file}");
        }

        foreach (var seed in target.Seeds(CorpusFolder.Repository))
        {
            Finding.Of(target, seed).ShouldBeNull($"A seed of {name} from the repository");
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Cut_anywhere_an_input_is_still_read_or_refused(string name)
    {
        var target = FuzzTargets.Named(name);
        foreach (var (file, content) in CorpusFolder.Read(CorpusFolder.Of(target)))
        {
            var step = 1 + (content.Length / 64);
            for (var length = 0; length < content.Length; length += step)
            {
                Finding.Of(target, content.AsSpan(0, length)).ShouldBeNull($"{name}/{file}, {length} bytes of it");
            }
        }
    }
}
