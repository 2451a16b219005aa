using System.IO.Enumeration;
using System.Text.Json;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using ResourceNotFoundException = Amazon.Lambda.Model.ResourceNotFoundException;

namespace SonicBridge.Steps.Deploy;

/// <summary>Who of Amazon Connect may invoke a function: the instance's list, and the function's policy.</summary>
internal sealed class ConnectAccess(IAmazonConnect connect, IAmazonLambda lambda, string instanceArn)
{
    private const string Principal = "connect.amazonaws.com";

    private string InstanceId => instanceArn[(instanceArn.LastIndexOf('/') + 1)..];

    /// <summary>The id of the statement that the migration adds.</summary>
    public string StatementId => $"nova-sonic-migrate-{InstanceId}";

    /// <summary>The instance of a function's region and account.</summary>
    public static string InstanceArnOf(string functionArn, string instanceId) =>
        functionArn.Split(':') is [_, var partition, _, var region, var account, ..]
            ? $"arn:{partition}:connect:{region}:{account}:instance/{instanceId}"
            : throw new InvalidOperationException($"'{functionArn}' is no ARN of a function.");

    /// <summary>The functions that the instance offers to the authors of flows.</summary>
    public Task<HashSet<string>> ListAsync() => ListAsync(connect, InstanceId);

    /// <inheritdoc cref="ListAsync()"/>
    public static async Task<HashSet<string>> ListAsync(IAmazonConnect connect, string instanceId)
    {
        var arns = new HashSet<string>(StringComparer.Ordinal);
        var request = new ListLambdaFunctionsRequest { InstanceId = instanceId };
        do
        {
            var page = await connect.ListLambdaFunctionsAsync(request);
            arns.UnionWith(page.LambdaFunctions ?? []);
            request.NextToken = page.NextToken;
        } while (request.NextToken is { Length: > 0 });

        return arns;
    }

    public async Task AssociateAsync(string function)
    {
        try
        {
            await connect.AssociateLambdaFunctionAsync(
                new AssociateLambdaFunctionRequest { InstanceId = InstanceId, FunctionArn = function }
            );
        }
        catch (Amazon.Connect.Model.ResourceConflictException)
        {
            // It is there already.
        }
    }

    public async Task DissociateAsync(string function)
    {
        try
        {
            await connect.DisassociateLambdaFunctionAsync(
                new DisassociateLambdaFunctionRequest { InstanceId = InstanceId, FunctionArn = function }
            );
        }
        catch (Amazon.Connect.Model.ResourceNotFoundException)
        {
            // It is gone already.
        }
    }

    /// <summary>Lets the instance invoke a function.</summary>
    public async Task AllowAsync(string function)
    {
        try
        {
            await lambda.AddPermissionAsync(
                new AddPermissionRequest
                {
                    FunctionName = function,
                    StatementId = StatementId,
                    Action = "lambda:InvokeFunction",
                    Principal = Principal,
                    SourceAccount = instanceArn.Split(':')[4],
                    SourceArn = instanceArn,
                }
            );
        }
        catch (Amazon.Lambda.Model.ResourceConflictException)
        {
            // An earlier try has given it.
        }
    }

    /// <summary>Takes a statement out of a function's policy.</summary>
    public async Task ForbidAsync(string function, string statement)
    {
        try
        {
            await lambda.RemovePermissionAsync(
                new RemovePermissionRequest { FunctionName = function, StatementId = statement }
            );
        }
        catch (ResourceNotFoundException)
        {
            // It is gone already.
        }
    }

    /// <summary>The ids of the statements by which the instance may invoke a function.</summary>
    public async Task<IReadOnlyList<string>> StatementsAsync(string function)
    {
        try
        {
            var policy = await lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = function });
            using var document = JsonDocument.Parse(policy.Policy);
            return
            [
                .. document
                    .RootElement.At("Statement")
                    .Items()
                    .Where(IsForInstance)
                    .Select(statement => statement.TextAt("Sid") ?? "")
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
    }

    private bool IsForInstance(JsonElement statement) =>
        statement.TextAt("Effect") is "Allow"
        && statement.TextAt("Principal", "Service") is Principal
        && statement.TextAt("Action") is "lambda:InvokeFunction" or "lambda:*"
        && SourceArns(statement).All(pattern => FileSystemName.MatchesSimpleExpression(pattern, instanceArn, false));

    /// <summary>What the statement's conditions say of the source; nothing when any instance of the account may.</summary>
    private static IEnumerable<string> SourceArns(JsonElement statement) =>
        statement.At("Condition") is { ValueKind: JsonValueKind.Object } tests
            ? tests
                .EnumerateObject()
                .Where(test => test.Value.ValueKind is JsonValueKind.Object)
                .SelectMany(test => test.Value.EnumerateObject())
                .Where(condition => condition.Name.Equals("aws:SourceArn", StringComparison.OrdinalIgnoreCase))
                .Select(condition =>
                    condition.Value.ValueKind is JsonValueKind.String ? condition.Value.GetString()! : ""
                )
            : [];
}
