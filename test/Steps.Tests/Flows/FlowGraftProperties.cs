using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Tests.ContactFlows;

namespace SonicBridge.Steps.Tests.Flows;

/// <summary>What holds for the graft of any flow.</summary>
public sealed class FlowGraftProperties
{
    private static readonly string[] s_types =
    [
        "MessageParticipant",
        "Compare",
        "InvokeFlowModule",
        "UpdateContactMediaStreamingBehavior",
        "A type that nobody knows",
    ];

    private static readonly Gen<(string Json, int Percentage, bool HasQueue, bool IsModule)> s_cases = Gen.Select(
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[-500, 2000]).Array[1, 14],
        Gen.Int[0, 100],
        Gen.Bool,
        Gen.Bool,
        Gen.Bool,
        (actions, percentage, hasQueue, isModule, indented) => (Flow(actions, indented), percentage, hasQueue, isModule)
    );

    private static string Flow((int Kind, int Next, int Error, int Branch, int Place)[] drawn, bool indented)
    {
        string Id(int number) => $"action {number % drawn.Length}";

        var actions = new JsonArray();
        var places = new JsonObject();
        foreach (var (kind, next, error, branch, place) in drawn)
        {
            var id = Id(actions.Count);
            var isOld = kind >= s_types.Length;
            places[id] = new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = place + 0.5, ["y"] = -place },
            };
            actions.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["Identifier"] = id,
                        ["Transitions"] = new JsonObject
                        {
                            ["NextAction"] = Id(next),
                            ["Conditions"] = new JsonArray(new JsonObject { ["NextAction"] = Id(branch) }),
                            ["Errors"] = new JsonArray(
                                new JsonObject { ["ErrorType"] = "NoMatchingError", ["NextAction"] = Id(error) }
                            ),
                        },
                        ["Type"] = isOld ? "InvokeLambdaFunction" : s_types[kind],
                        ["Parameters"] = new JsonObject
                        {
                            ["LambdaFunctionARN"] = isOld ? AContactFlow.OldArn : "$.Attributes.x",
                            ["MediaStreamingState"] = place % 2 == 0 ? "Enabled" : "Disabled",
                        },
                    }
            );
        }

        return new JsonObject
        {
            ["Version"] = "2019-10-30",
            ["StartAction"] = Id(drawn[0].Place + 500),
            ["Metadata"] = new JsonObject { ["ActionMetadata"] = places },
            ["Actions"] = actions,
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = indented });
    }

    private static string Graft(string json, int percentage, bool hasQueue, bool isModule) =>
        FlowGraft.Apply(
            FlowDocument.Read(json),
            AContactFlow.Old,
            hasQueue ? AContactFlow.WithQueue : AContactFlow.WithoutQueue,
            isModule ? FlowKind.Module : AContactFlow.Inbound,
            percentage
        );

    private static HashSet<string> Old(FlowDocument flow) =>
        [.. flow.InvocationsOf(AContactFlow.Old).Where(x => x.Match is FunctionMatch.Same).Select(x => x.Action)];

    private static bool IsNew(FlowDocument before, FlowAction action) => before.Find(action.Identifier) is null;

    /// <summary>An action's text with a hole for each action that it names.</summary>
    private static string Shape(FlowDocument flow, FlowAction action)
    {
        var text = new StringBuilder();
        var from = action.Part.Start;
        foreach (var reference in action.References.OrderBy(reference => reference.Start))
        {
            text.Append(Encoding.UTF8.GetString(flow.Json.Span[from..reference.Start])).Append('_');
            from = reference.End;
        }

        return text.Append(Encoding.UTF8.GetString(flow.Json.Span[from..action.Part.End])).ToString();
    }

    [Fact]
    public void The_same_flow_always_becomes_the_same_text() =>
        s_cases.Sample(
            (json, percentage, hasQueue, isModule) =>
                Graft(json, percentage, hasQueue, isModule).ShouldBe(Graft(json, percentage, hasQueue, isModule))
        );

    [Fact]
    public void Where_nothing_is_found_nothing_is_changed() =>
        s_cases.Sample(
            (json, percentage, hasQueue, isModule) =>
            {
                var without = json.Replace("invoke-fargate-task", "another", StringComparison.Ordinal);
                Graft(without, percentage, hasQueue, isModule).ShouldBe(without);
                Graft(json, 0, hasQueue, isModule).ShouldBe(json);
            }
        );

    [Fact]
    public void Every_branch_leads_to_an_action_and_every_identifier_is_legal_and_its_own() =>
        s_cases.Sample(
            (json, percentage, hasQueue, isModule) =>
            {
                // Reading refuses two actions of one name.
                var after = FlowDocument.Read(Graft(json, percentage, hasQueue, isModule));

                after.Actions.SelectMany(action => action.Targets).ShouldAllBe(target => after.Find(target) != null);
                after.Actions.ShouldAllBe(action =>
                    action.Identifier.Length <= FlowRules.LongestIdentifier
                    && !action.Identifier.Any(FlowRules.ForbiddenInIdentifiers.Contains)
                );
            }
        );

    [Fact]
    public void What_is_not_ours_and_stays_is_the_same_but_for_the_names_of_old_actions() =>
        s_cases.Sample(
            (json, percentage, hasQueue, isModule) =>
            {
                var before = FlowDocument.Read(json);
                var after = FlowDocument.Read(Graft(json, percentage, hasQueue, isModule));
                var old = Old(before);

                foreach (var action in after.Actions.Where(action => !IsNew(before, action)))
                {
                    var was = before.Find(action.Identifier)!;
                    Shape(after, action).ShouldBe(Shape(before, was));
                    foreach (var (now, then) in action.Targets.Zip(was.Targets))
                    {
                        (now == then || (old.Contains(then) && before.Find(now) is null)).ShouldBeTrue();
                    }
                }

                after
                    .Actions.Where(action => !IsNew(before, action))
                    .Select(action => action.Identifier)
                    .ShouldBe(
                        before.Actions.Select(action => action.Identifier).Where(id => after.Find(id) is not null)
                    );
            }
        );

    [Fact]
    public void At_100_percent_the_old_function_is_gone_and_only_what_only_it_led_to() =>
        s_cases.Sample(
            (json, _, hasQueue, isModule) =>
            {
                var before = FlowDocument.Read(json);
                var after = FlowDocument.Read(Graft(json, 100, hasQueue, isModule));
                var wasReached = before.Reach([before.StartAction], action => action.Targets);
                var wasNot = before
                    .Actions.Select(action => action.Identifier)
                    .Where(id => !wasReached.Contains(id))
                    .Except(Old(before));

                Old(after).ShouldBeEmpty();
                after
                    .Reach([after.StartAction, .. wasNot], action => action.Targets)
                    .ShouldBe(after.Actions.Select(action => action.Identifier), ignoreOrder: true);
            }
        );

    [Fact]
    public void Below_100_percent_every_action_stays_and_every_way_to_the_old_function_is_shared() =>
        s_cases.Sample(
            (json, percentage, hasQueue, isModule) =>
            {
                if (percentage is 0 or 100)
                {
                    return;
                }

                var before = FlowDocument.Read(json);
                var after = FlowDocument.Read(Graft(json, percentage, hasQueue, isModule));
                before.Actions.ShouldAllBe(action => after.Find(action.Identifier) != null);

                // No way leads to an old action but through a share.
                after
                    .Reach([after.StartAction], action => action.Type == "DistributeByPercentage" ? [] : action.Targets)
                    .Intersect(Old(before))
                    .ShouldBeEmpty();
            }
        );

    [Fact]
    public void An_edit_of_nothing_is_the_text_itself() =>
        s_cases.Sample(
            (json, _, _, _) =>
            {
                var bytes = Encoding.UTF8.GetBytes(json);
                new JsonEdit().Apply(bytes, JsonPart.Read(bytes)).ShouldBe(bytes);
            }
        );
}
