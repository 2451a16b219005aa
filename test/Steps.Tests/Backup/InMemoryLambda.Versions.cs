using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Lambda.Model;

namespace SonicBridge.Steps.Tests.Backup;

/// <content>Versions, aliases, policies and event sources, page by page.</content>
internal sealed partial class InMemoryLambda
{
    public override Task<PublishVersionResponse> PublishVersionAsync(
        PublishVersionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("PublishVersion");
        var live = Require();
        var version = (++_lastVersion).ToString(CultureInfo.InvariantCulture);
        _versions.Add(
            new FunctionConfiguration
            {
                FunctionName = live.FunctionName,
                FunctionArn = $"{Arn}:{version}",
                CodeSha256 = live.CodeSha256,
                Description = request.Description ?? "",
                Environment = new EnvironmentResponse { Variables = new(live.Environment.Variables) },
                Version = version,
            }
        );
        return Task.FromResult(new PublishVersionResponse { Version = version, CodeSha256 = live.CodeSha256 });
    }

    public override Task<ListVersionsByFunctionResponse> ListVersionsByFunctionAsync(
        ListVersionsByFunctionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var (items, next) = Page([Require(), .. _versions], request.Marker);
        return Task.FromResult(new ListVersionsByFunctionResponse { Versions = items, NextMarker = next });
    }

    public override Task<ListAliasesResponse> ListAliasesAsync(
        ListAliasesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Require();
        var (items, next) = Page([.. _aliases.Values], request.Marker);
        return Task.FromResult(new ListAliasesResponse { Aliases = items, NextMarker = next });
    }

    public override Task<CreateAliasResponse> CreateAliasAsync(
        CreateAliasRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("CreateAlias");
        RequireVersion(request.FunctionVersion);
        _aliases.Add(
            request.Name,
            new AliasConfiguration
            {
                Name = request.Name,
                FunctionVersion = request.FunctionVersion,
                Description = request.Description ?? "",
                RoutingConfig = request.RoutingConfig,
                RevisionId = "alias-1",
            }
        );
        return Task.FromResult(new CreateAliasResponse());
    }

    public override Task<UpdateAliasResponse> UpdateAliasAsync(
        UpdateAliasRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("UpdateAlias");
        RequireVersion(request.FunctionVersion);
        var alias = _aliases[request.Name];
        alias.FunctionVersion = request.FunctionVersion ?? alias.FunctionVersion;
        alias.Description = request.Description ?? alias.Description;
        alias.RoutingConfig = request.RoutingConfig switch
        {
            null => alias.RoutingConfig,
            { AdditionalVersionWeights.Count: 0 } => null,
            var routing => routing,
        };
        return Task.FromResult(new UpdateAliasResponse());
    }

    public override Task<DeleteAliasResponse> DeleteAliasAsync(
        DeleteAliasRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("DeleteAlias");
        _aliases.Remove(request.Name);
        return Task.FromResult(new DeleteAliasResponse());
    }

    public override Task<GetPolicyResponse> GetPolicyAsync(
        GetPolicyRequest request,
        CancellationToken cancellationToken = default
    ) =>
        _policies.TryGetValue(KeyOf(request.Qualifier), out var policy) && policy["Statement"]!.AsArray().Count > 0
            ? Task.FromResult(new GetPolicyResponse { Policy = policy.ToJsonString(), RevisionId = "policy-1" })
            : throw new ResourceNotFoundException("The resource you requested does not exist.");

    public override Task<AddPermissionResponse> AddPermissionAsync(
        AddPermissionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("AddPermission");
        var policy = PolicyOf(request.Qualifier);
        var statement = new JsonObject
        {
            ["Sid"] = request.StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = request.Principal.EndsWith(".amazonaws.com", StringComparison.Ordinal)
                ? new JsonObject { ["Service"] = request.Principal }
                : new JsonObject { ["AWS"] = $"arn:aws:iam::{request.Principal}:root" },
            ["Action"] = request.Action,
            ["Resource"] = request.Qualifier is null ? Arn : $"{Arn}:{request.Qualifier}",
        };
        if (request.SourceAccount is not null || request.SourceArn is not null)
        {
            var conditions = new JsonObject();
            if (request.SourceAccount is not null)
            {
                conditions["StringEquals"] = new JsonObject { ["AWS:SourceAccount"] = request.SourceAccount };
            }

            if (request.SourceArn is not null)
            {
                conditions["ArnLike"] = new JsonObject { ["AWS:SourceArn"] = request.SourceArn };
            }

            statement["Condition"] = conditions;
        }

        if (policy.Any(one => (string?)one!["Sid"] == request.StatementId))
        {
            throw new ResourceConflictException("The statement id provided already exists.");
        }

        policy.Add(statement);
        return Task.FromResult(new AddPermissionResponse());
    }

    public override Task<RemovePermissionResponse> RemovePermissionAsync(
        RemovePermissionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("RemovePermission");
        var policy = PolicyOf(request.Qualifier);
        policy.Remove(policy.Single(one => (string?)one!["Sid"] == request.StatementId));
        return Task.FromResult(new RemovePermissionResponse());
    }

    public override Task<ListEventSourceMappingsResponse> ListEventSourceMappingsAsync(
        ListEventSourceMappingsRequest request,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new ListEventSourceMappingsResponse { EventSourceMappings = EventSources });

    private JsonArray PolicyOf(string? qualifier)
    {
        if (!_policies.TryGetValue(KeyOf(qualifier), out var policy))
        {
            policy = new JsonObject
            {
                ["Version"] = "2012-10-17",
                ["Id"] = "default",
                ["Statement"] = new JsonArray(),
            };
            _policies.Add(KeyOf(qualifier), policy);
        }

        return policy["Statement"]!.AsArray();
    }

    private void RequireVersion(string? version)
    {
        if (version is not (null or "$LATEST") && !_versions.Exists(one => one.Version == version))
        {
            throw new ResourceNotFoundException($"Function not found: {Arn}:{version}");
        }
    }

    private static (List<T> Items, string? Next) Page<T>(List<T> all, string? marker)
    {
        var start = marker is null ? 0 : int.Parse(marker, CultureInfo.InvariantCulture);
        return (
            [.. all.Skip(start).Take(PageSize)],
            start + PageSize < all.Count ? (start + PageSize).ToString(CultureInfo.InvariantCulture) : null
        );
    }
}
