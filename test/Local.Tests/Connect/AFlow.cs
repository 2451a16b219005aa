using System.Text.Json.Nodes;
using SonicBridge.Local.Connect;

namespace SonicBridge.Local.Tests.Connect;

/// <summary>Builds contact flows of a few blocks.</summary>
internal sealed class AFlow
{
    private readonly JsonArray _actions = [];

    public AFlow With(
        string identifier,
        string type,
        string? next = null,
        JsonObject? parameters = null,
        string? error = null,
        (string Operator, string Operand, string Next)[]? branches = null,
        string? otherwise = null
    )
    {
        var transitions = new JsonObject();
        if (next is not null)
        {
            transitions["NextAction"] = next;
        }

        if (branches is not null)
        {
            transitions["Conditions"] = new JsonArray([.. branches.Select(Branch)]);
        }

        if (otherwise is not null)
        {
            transitions["Errors"] = new JsonArray(
                new JsonObject { ["ErrorType"] = "NoMatchingCondition", ["NextAction"] = otherwise }
            );
        }

        if (error is not null)
        {
            transitions["Errors"] = new JsonArray(
                new JsonObject { ["ErrorType"] = "NoMatchingError", ["NextAction"] = error }
            );
        }

        return Add(identifier, type, parameters ?? [], transitions);
    }

    public AFlow WithLambda(string identifier, string function, string next, string error) =>
        With(
            identifier,
            "InvokeLambdaFunction",
            next,
            new JsonObject
            {
                ["LambdaFunctionARN"] = function,
                ["InvocationTimeLimitSeconds"] = "8",
                ["LambdaInvocationAttributes"] = new JsonObject { ["contact"] = "$.ContactId" },
            },
            error
        );

    public AFlow WithCompare(
        string identifier,
        string value,
        string otherwise,
        params (string Operand, string Next)[] branches
    ) =>
        Add(
            identifier,
            "Compare",
            new JsonObject { ["ComparisonValue"] = value },
            new JsonObject
            {
                ["NextAction"] = otherwise,
                ["Errors"] = new JsonArray(
                    new JsonObject { ["ErrorType"] = "NoMatchingCondition", ["NextAction"] = otherwise }
                ),
                ["Conditions"] = new JsonArray([
                    .. branches.Select(branch => Branch(("Equals", branch.Operand, branch.Next))),
                ]),
            }
        );

    public string Json(string start = "first") =>
        new JsonObject
        {
            ["Version"] = "2019-10-30",
            ["StartAction"] = start,
            ["Metadata"] = new JsonObject(),
            ["Actions"] = _actions.DeepClone(),
        }.ToJsonString();

    public ContactFlow Build() => ContactFlow.Parse(Json());

    private static JsonObject Branch((string Operator, string Operand, string Next) branch) =>
        new()
        {
            ["NextAction"] = branch.Next,
            ["Condition"] = new JsonObject
            {
                ["Operator"] = branch.Operator,
                ["Operands"] = new JsonArray(branch.Operand),
            },
        };

    private AFlow Add(string identifier, string type, JsonObject parameters, JsonObject transitions)
    {
        _actions.Add(
            (JsonNode)
                new JsonObject
                {
                    ["Identifier"] = identifier,
                    ["Type"] = type,
                    ["Parameters"] = parameters,
                    ["Transitions"] = transitions,
                }
        );
        return this;
    }
}
