using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Steps.Flows;

namespace SonicBridge.Steps.Tests.Flows;

/// <summary>Where the new blocks stand, and that the author's text stays as it was written.</summary>
public sealed class FlowGraftLayoutTests
{
    [Fact]
    public void The_new_blocks_stand_below_the_others_and_none_on_another()
    {
        var flow = new AContactFlow()
            .With("first", "Compare", "one", "two")
            .Invoking("one", "bye", "sorry")
            .Invoking("two", "bye", "bye")
            .Saying("sorry", "bye")
            .Ending()
            .At(50, AContactFlow.WithoutQueue);
        var places = AContactFlow
            .Places(flow)
            .Where(place => place.Key.StartsWith(FlowNames.Prefix, StringComparison.Ordinal))
            .Select(place => place.Value!["position"]!)
            .Select(at => (X: (int)at["x"]!, Y: (int)at["y"]!))
            .ToList();

        places.ShouldAllBe(at => at.Y >= 60 + 200 && at.X >= 100);
        foreach (var (at, index) in places.Select((at, index) => (at, index)))
        {
            places
                .Skip(index + 1)
                .ShouldAllBe(other => Math.Abs(at.X - other.X) >= 200 || Math.Abs(at.Y - other.Y) >= 200);
        }
    }

    [Fact]
    public void A_flow_without_layout_gets_one_for_the_new_blocks()
    {
        const string Bare =
            """{"Version":"2019-10-30","StartAction":"a","Actions":[{"Identifier":"a","Type":"InvokeLambdaFunction","Parameters":{"LambdaFunctionARN":"invoke-fargate-task"},"Transitions":{}}]}""";
        var flow = FlowDocument.Read(
            FlowGraft.Apply(
                FlowDocument.Read(Bare),
                AContactFlow.Old,
                AContactFlow.WithQueue,
                AContactFlow.Inbound,
                100
            )
        );

        AContactFlow.Places(flow).Select(place => place.Key).ShouldBe(flow.Actions.Select(action => action.Identifier));
    }

    [Fact]
    public void A_note_pinned_to_a_removed_block_goes_with_it()
    {
        var before = AContactFlow
            .Usual()
            .Json()
            .Replace(
                "\"Annotations\":[]",
                """ "Annotations":[{"actionId":"call","content":"old"}, {"actionId":"first","content":"kept"}]""",
                StringComparison.Ordinal
            );
        var after = FlowGraft.Apply(
            FlowDocument.Read(before),
            AContactFlow.Old,
            AContactFlow.WithQueue,
            AContactFlow.Inbound,
            100
        );

        after.ShouldContain(""" "Annotations":[{"actionId":"first","content":"kept"}]""");
    }

    [Fact]
    public void Spaces_escapes_and_numbers_stay_as_they_were_written()
    {
        const string Before = """
            {
              "Version" : "2019-10-30", "StartAction": "a",
              "Metadata": { "ActionMetadata": { "a": { "position": { "x": 1.50e2, "y": -0.0 } } } },
              "Actions": [
                { "Type": "Strange\/Type", "Identifier": "a", "Parameters": { "n": 1.0, "t": "\u00fc ü" },
                  "Transitions": { "NextAction": "b" } },
                { "Identifier": "b", "Type": "InvokeLambdaFunction",
                  "Parameters": { "LambdaFunctionARN": "invoke-fargate-task" }, "Transitions": { } }
              ], "More": [ 1 , 2 ]
            }

            """;
        var after = FlowGraft.Apply(
            FlowDocument.Read(Before),
            AContactFlow.Old,
            AContactFlow.WithQueue,
            AContactFlow.Inbound,
            100
        );

        after.ShouldStartWith(Before[..Before.IndexOf(" } } },", StringComparison.Ordinal)]);
        after.ShouldContain(
            """{ "Type": "Strange\/Type", "Identifier": "a", "Parameters": { "n": 1.0, "t": "\u00fc ü" },"""
        );
        after.ShouldEndWith("""], "More": [ 1 , 2 ]""" + "\n}\n");
    }

    [Fact]
    public void A_flow_that_would_get_too_many_actions_is_refused()
    {
        var flow = new AContactFlow();
        foreach (var number in Enumerable.Range(1, 232))
        {
            flow.Saying(number == 1 ? "first" : $"{number}", number == 232 ? "call" : $"{number + 1}");
        }

        flow.Invoking("call", "bye", "bye").Ending();

        Should.Throw<FlowTooLarge>(() => flow.At(50)).Message.ShouldContain("253 actions");
        flow.At(100).Actions.Count.ShouldBe(250);
    }

    [Fact]
    public void A_flow_that_would_get_too_long_is_refused()
    {
        var flow = new AContactFlow()
            .Saying("first", "call")
            .With("long", "X", "bye", parameters: new JsonObject { ["Text"] = new string('x', 255_000) })
            .Invoking("call", "long", "bye")
            .Ending();

        Should.Throw<FlowTooLarge>(() => flow.At(50)).Message.ShouldContain("256,000");
        Encoding.UTF8.GetByteCount(flow.At(100).Content).ShouldBeLessThan(20_000);
    }
}
