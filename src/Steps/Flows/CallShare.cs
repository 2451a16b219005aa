using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Flows;

/// <summary>The action that sends a share of the callers to the call loop and leaves the rest to the old action.</summary>
internal static class CallShare
{
    public const string Name = "share-of-calls";

    /// <summary>
    /// DistributeByPercentage draws a number from 1 to 100, and a branch is taken by a number less than its operand: so a
    /// share of 10 % is "less than 11".
    /// </summary>
    public static NewAction Build(string identifier, int percentage, string toLoop, string toOld) =>
        new(
            identifier,
            new JsonObject
            {
                ["Identifier"] = identifier,
                ["Type"] = "DistributeByPercentage",
                ["Parameters"] = new JsonObject(),
                ["Transitions"] = new JsonObject
                {
                    ["NextAction"] = toOld,
                    ["Errors"] = new JsonArray(
                        new JsonObject { ["ErrorType"] = "NoMatchingCondition", ["NextAction"] = toOld }
                    ),
                    ["Conditions"] = new JsonArray(
                        new JsonObject
                        {
                            ["NextAction"] = toLoop,
                            ["Condition"] = new JsonObject
                            {
                                ["Operator"] = "NumberLessThan",
                                ["Operands"] = new JsonArray($"{percentage + 1}"),
                            },
                        }
                    ),
                },
            },
            new JsonObject
            {
                ["position"] = new JsonObject { ["x"] = 0, ["y"] = 0 },
                ["conditions"] = new JsonArray(
                    new JsonObject
                    {
                        ["Condition"] = new JsonObject
                        {
                            ["Operands"] = new JsonArray(new JsonObject { ["displayName"] = Shown }),
                        },
                    }
                ),
                ["conditionMetadata"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = IdOf(identifier),
                        ["percent"] = new JsonObject { ["value"] = percentage, ["display"] = $"{percentage}%" },
                        ["name"] = Shown,
                        ["value"] = $"{percentage}",
                    }
                ),
            }
        );

    private const string Shown = "Nova Sonic";

    // The editor wants a UUID; the same flow must always become the same text.
    private static string IdOf(string identifier) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)).AsSpan(0, 16)).ToString("D");
}
