using System.Text.Json.Nodes;
using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Deploy;

/// <summary>The resource policies of functions, as Lambda keeps them.</summary>
internal sealed class FakePolicies()
    : AmazonLambdaClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    private readonly Dictionary<string, JsonArray> _policies = new(StringComparer.Ordinal);

    /// <summary>The ids of a function's statements.</summary>
    public IEnumerable<string> Of(string function) =>
        _policies.GetValueOrDefault(function, []).Select(statement => (string)statement!["Sid"]!);

    /// <summary>A statement that is there without anybody's asking.</summary>
    public void Add(string function, string sid, string sourceArn, string principal = "connect.amazonaws.com")
    {
        if (!_policies.TryGetValue(function, out var statements))
        {
            _policies[function] = statements = [];
        }

        statements.Add(
            (JsonNode)
                new JsonObject
                {
                    ["Sid"] = sid,
                    ["Effect"] = "Allow",
                    ["Principal"] = new JsonObject { ["Service"] = principal },
                    ["Action"] = "lambda:InvokeFunction",
                    ["Resource"] = function,
                    ["Condition"] = new JsonObject { ["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = sourceArn } },
                }
        );
    }

    public override Task<GetPolicyResponse> GetPolicyAsync(
        GetPolicyRequest request,
        CancellationToken cancellationToken = default
    ) =>
        _policies.TryGetValue(request.FunctionName, out var statements) && statements.Count > 0
            ? Task.FromResult(
                new GetPolicyResponse
                {
                    Policy = new JsonObject { ["Statement"] = statements.DeepClone() }.ToJsonString(),
                }
            )
            : throw new ResourceNotFoundException("There is no policy.");

    public override Task<AddPermissionResponse> AddPermissionAsync(
        AddPermissionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        request.SourceAccount.ShouldBe("111122223333");
        Add(request.FunctionName, request.StatementId, request.SourceArn, request.Principal);
        return Task.FromResult(new AddPermissionResponse());
    }

    public override Task<RemovePermissionResponse> RemovePermissionAsync(
        RemovePermissionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var statements = _policies[request.FunctionName];
        statements.Remove(statements.Single(statement => (string?)statement!["Sid"] == request.StatementId));
        return Task.FromResult(new RemovePermissionResponse());
    }
}
