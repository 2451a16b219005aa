namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>Features that the call's machine does not use, against an engine that others have written.</summary>
public sealed class PeerEngineTests
{
    private const string Input =
        """{"n":5,"s":"hello","list":[1,2,3],"o":{"a":1},"t":"2026-01-01T00:00:00Z","null":null}""";
    private const string Function = "\"Resource\":\"arn:aws:lambda:us-east-1:000000000000:function:f\"";

    private static readonly string[] s_states =
    [
        """{"Type":"Pass","InputPath":"$.o","Result":{"r":[true]},"ResultPath":"$.x.y","OutputPath":"$.x"}""",
        """{"Type":"Pass","Parameters":{"a.$":"$.list[1:]","b.$":"$.list[?(@ > 1)]","c":{"d.$":"$..a"}}}""",
        """{"Type":"Pass","Parameters":{"f.$":"States.Format('{} of {}', $.n, $.s)","g.$":"States.ArrayPartition($.list, 2)","h.$":"States.JsonToString($.o)"}}""",
        """{"Type":"Pass","Parameters":{"i.$":"States.StringToJson('{\"k\":1}')","j.$":"States.Hash($.s, 'SHA-256')","k.$":"States.StringSplit('a,b', ',')"}}""",
        """{"Type":"Pass","Parameters":{"l.$":"States.ArrayRange(0, 10, 5)","m.$":"States.MathAdd($.n, 2)","n.$":"States.ArrayUnique(States.Array(1, 1, $.n))"}}""",
        """{"Type":"Pass","Parameters":{"o.$":"States.JsonMerge($.o, States.StringToJson('{\"a\":2}'), false)","p.$":"States.Base64Encode($.s)","q.$":"States.ArrayContains($.list, 2)"}}""",
        """{"Type":"Pass","Parameters":{"r.$":"States.ArrayGetItem($.list, 1)","s.$":"States.ArrayLength($.list)","t.$":"States.Base64Decode('aGk=')"}}""",
        """{"Type":"Map","ItemsPath":"$.list","ItemSelector":{"v.$":"$$.Map.Item.Value","i.$":"$$.Map.Item.Index","n.$":"$.n"},"ResultPath":"$.mapped","ItemProcessor":{"StartAt":"Each","States":{"Each":{"Type":"Pass","End":true}}}}""",
        """{"Type":"Parallel","ResultSelector":{"first.$":"$[0]","second.$":"$[1].s"},"Branches":[{"StartAt":"L","States":{"L":{"Type":"Pass","Result":1,"End":true}}},{"StartAt":"R","States":{"R":{"Type":"Pass","End":true}}}]}""",
        """{"Type":"Task",F,"Parameters":{"x.$":"$.n"},"ResultSelector":{"y.$":"$.got"},"ResultPath":"$.o.z"}""",
        """{"Type":"Fail","ErrorPath":"$.s","CausePath":"$$.Execution.Input.s"}""",
    ];

    private static readonly string[] s_rules =
    [
        """{"Variable":"$.n","NumericGreaterThanEquals":5}""",
        """{"Variable":"$.n","NumericLessThanPath":"$.list[2]"}""",
        """{"Variable":"$.s","StringMatches":"h*o"}""",
        """{"Variable":"$.s","StringGreaterThan":"help"}""",
        """{"Variable":"$.t","TimestampLessThan":"2026-01-01T00:00:01Z"}""",
        """{"Variable":"$.s","IsPresent":true}""",
        """{"Variable":"$.null","IsNull":true}""",
        """{"And":[{"Variable":"$.n","IsNumeric":true},{"Not":{"Variable":"$.s","StringEquals":"bye"}}]}""",
        """{"Or":[{"Variable":"$.n","NumericEquals":4},{"Variable":"$.s","IsBoolean":true}]}""",
    ];

    [Fact]
    public Task States_yield_the_same() =>
        AgreeAsync(
            s_states.Select(static state =>
                StatesBench.OneState(state.Replace("F,", Function + ",", StringComparison.Ordinal))
            )
        );

    [Fact]
    public Task Choices_go_the_same_way() =>
        AgreeAsync(
            s_rules.Select(static rule =>
                $$"""
                    {"StartAt":"Choose","States":{"Choose":{"Type":"Choice","Choices":[{{rule[
                        ..^1
                    ]}},"Next":"Yes"}],"Default":"No"},
                      "Yes":{"Type":"Succeed"},"No":{"Type":"Pass","Result":"no","End":true} } }
                    """
            )
        );

    private static async Task AgreeAsync(IEnumerable<string> definitions)
    {
        var scripts = new Dictionary<string, ScriptedTask[]>(StringComparer.Ordinal)
        {
            ["f"] = [new("""{"got":[1]}""")],
        };
        var machines = definitions.Select(definition => new ScriptedMachine(definition, Input, scripts)).ToList();
        var peers = await MachineRun.ByPeerAsync(machines);

        foreach (var (machine, peer) in machines.Zip(peers))
        {
            (await MachineRun.LocallyAsync(machine, TimeSpan.Zero)).ShouldBe(peer, machine.Definition);
        }
    }
}
