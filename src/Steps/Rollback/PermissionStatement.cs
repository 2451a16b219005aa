using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>Turns a statement of a function's resource policy into the request that gives it again.</summary>
internal static class PermissionStatement
{
    /// <param name="function">The function's name.</param>
    /// <param name="qualifier">The version or alias, or null.</param>
    /// <param name="statement">The statement, as AddPermission once wrote it.</param>
    /// <exception cref="MigrationRefused">AddPermission cannot write such a statement.</exception>
    public static AddPermissionRequest ToRequest(string function, string? qualifier, JsonObject statement)
    {
        var request = new AddPermissionRequest
        {
            FunctionName = function,
            Qualifier = qualifier,
            StatementId = (string?)statement["Sid"],
            Action = (string?)statement["Action"],
            Principal = PrincipalOf(statement["Principal"]),
        };
        foreach (var (test, conditions) in statement["Condition"]?.AsObject() ?? [])
        {
            foreach (var (key, value) in conditions?.AsObject() ?? [])
            {
                if (!TryRead(request, key, (string?)value))
                {
                    throw new MigrationRefused(
                        $"The resource policy of {function} had the statement {statement["Sid"]} with the condition {test} {key}, which Lambda's AddPermission cannot write. Give that permission by hand and start the rollback again."
                    );
                }
            }
        }

        return request;
    }

    private static string? PrincipalOf(JsonNode? principal) =>
        principal switch
        {
            JsonObject members => AccountOf((string?)(members["Service"] ?? members["AWS"])),
            _ => (string?)principal,
        };

    /// <summary>An account is given by its number and answered as the ARN of its root.</summary>
    private static string? AccountOf(string? principal) =>
        principal?.Split(':') is [_, _, "iam", _, var account, "root"] ? account : principal;

    private static bool TryRead(AddPermissionRequest request, string key, string? value)
    {
        switch (key.ToUpperInvariant())
        {
            case "AWS:SOURCEARN":
                request.SourceArn = value;
                return true;
            case "AWS:SOURCEACCOUNT":
                request.SourceAccount = value;
                return true;
            case "AWS:PRINCIPALORGID":
                request.PrincipalOrgID = value;
                return true;
            case "LAMBDA:EVENTSOURCETOKEN":
                request.EventSourceToken = value;
                return true;
            case "LAMBDA:FUNCTIONURLAUTHTYPE":
                request.FunctionUrlAuthType = new FunctionUrlAuthType(value);
                return true;
            case "LAMBDA:INVOKEDVIAFUNCTIONURL":
                request.InvokedViaFunctionUrl = value == "true";
                return true;
            default:
                return false;
        }
    }
}
