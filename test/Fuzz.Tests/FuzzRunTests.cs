using System.Text;
using SonicBridge.Fuzz.Coverage;
using SonicBridge.Fuzz.Running;

namespace SonicBridge.Fuzz.Tests;

public sealed class FuzzRunTests
{
    private const int Inputs = 300_000;

    private static (FuzzRun Run, ALock Lock) Open(EdgeMap edges, ulong seed, int inputs)
    {
        var target = new ALock(edges, "open");
        var run = new FuzzRun(target, edges, seed);
        run.Begin([Encoding.UTF8.GetBytes("?")]);
        while (run.Inputs < inputs && run.Findings.Count == 0)
        {
            run.Step();
        }

        return (run, target);
    }

    [Fact]
    public void What_is_behind_a_word_is_found_letter_by_letter_and_made_as_short_as_the_word()
    {
        using var edges = new EdgeMap();

        var (run, _) = Open(edges, seed: 1, Inputs);

        var (finding, input) = run.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe("InvalidOperationException in ALock.Run");
        Encoding.UTF8.GetString(input).ShouldBe("open");
        run.Edges.ShouldBe(4);
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs_and_another_seed_others()
    {
        using var first = new EdgeMap();
        using var second = new EdgeMap();
        using var third = new EdgeMap();

        var one = Open(first, seed: 7, inputs: 2000).Lock.Read;

        Open(second, seed: 7, inputs: 2000).Lock.Read.ShouldBe(one);
        Open(third, seed: 8, inputs: 2000).Lock.Read.ShouldNotBe(one);
    }

    [Fact]
    public void More_than_may_be_allocated_is_a_finding()
    {
        var target = new AGlutton();

        Finding.Of(target, "little"u8).ShouldBeNull();
        Finding.Of(target, "much of it"u8)!.Kind.ShouldBe("Memory");
    }
}
