using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace SonicBridge.Steps.Tests.Backup;

/// <content>The function itself: code, configuration, tags, concurrency.</content>
internal sealed partial class InMemoryLambda
{
    public override Task<GetFunctionResponse> GetFunctionAsync(
        GetFunctionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new GetFunctionResponse
            {
                Configuration = Copy(Require()),
                Code = new FunctionCodeLocation { Location = "https://code.example/secret", RepositoryType = "S3" },
                Tags = _tags.Count > 0 ? new(_tags) : null,
            }
        );

    public override Task<CreateFunctionResponse> CreateFunctionAsync(
        CreateFunctionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (Live is not null)
        {
            throw new ResourceConflictException("Function already exist.");
        }

        Live = NewFunction();
        Changes.Add("CreateFunction");
        Apply(
            new UpdateFunctionConfigurationRequest
            {
                Role = request.Role,
                Runtime = request.Runtime,
                Handler = request.Handler,
                Description = request.Description,
                Timeout = request.Timeout,
                MemorySize = request.MemorySize,
                Environment = request.Environment,
                VpcConfig = request.VpcConfig,
                Layers = request.Layers,
                KMSKeyArn = request.KMSKeyArn,
                DeadLetterConfig = request.DeadLetterConfig,
                TracingConfig = request.TracingConfig,
                EphemeralStorage = request.EphemeralStorage,
                LoggingConfig = request.LoggingConfig,
            }
        );
        Live.Architectures = request.Architectures;
        foreach (var (key, value) in request.Tags ?? [])
        {
            _tags[key] = value;
        }

        Deploy(request.Code.ZipFile.ToArray());
        Live.State = Slow ? State.Pending : State.Active;
        return Task.FromResult(
            new CreateFunctionResponse { State = Live.State, LastUpdateStatus = Live.LastUpdateStatus }
        );
    }

    public override Task<UpdateFunctionCodeResponse> UpdateFunctionCodeAsync(
        UpdateFunctionCodeRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var live = Change("UpdateFunctionCode", request.RevisionId);
        Deploy(request.ZipFile.ToArray());
        live.Architectures = request.Architectures ?? live.Architectures;
        return Task.FromResult(
            new UpdateFunctionCodeResponse { State = live.State, LastUpdateStatus = live.LastUpdateStatus }
        );
    }

    public override Task<UpdateFunctionConfigurationResponse> UpdateFunctionConfigurationAsync(
        UpdateFunctionConfigurationRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var live = Change("UpdateFunctionConfiguration", request.RevisionId);
        Apply(request);
        return Task.FromResult(
            new UpdateFunctionConfigurationResponse { State = live.State, LastUpdateStatus = live.LastUpdateStatus }
        );
    }

    public override Task<GetFunctionConcurrencyResponse> GetFunctionConcurrencyAsync(
        GetFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new GetFunctionConcurrencyResponse { ReservedConcurrentExecutions = Reserved });

    public override Task<PutFunctionConcurrencyResponse> PutFunctionConcurrencyAsync(
        PutFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("PutFunctionConcurrency");
        Reserved = request.ReservedConcurrentExecutions;
        return Task.FromResult(new PutFunctionConcurrencyResponse());
    }

    public override Task<DeleteFunctionConcurrencyResponse> DeleteFunctionConcurrencyAsync(
        DeleteFunctionConcurrencyRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("DeleteFunctionConcurrency");
        Reserved = null;
        return Task.FromResult(new DeleteFunctionConcurrencyResponse());
    }

    public override Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("TagResource");
        foreach (var (key, value) in request.Tags)
        {
            _tags[key] = value;
        }

        return Task.FromResult(new TagResourceResponse());
    }

    public override Task<UntagResourceResponse> UntagResourceAsync(
        UntagResourceRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Changes.Add("UntagResource");
        request.TagKeys.ForEach(key => _tags.Remove(key));
        return Task.FromResult(new UntagResourceResponse());
    }

    /// <summary>A member that is left out stays; an empty one empties.</summary>
    private void Apply(UpdateFunctionConfigurationRequest request)
    {
        var live = Live!;
        live.Role = request.Role ?? live.Role;
        live.Runtime = request.Runtime ?? live.Runtime;
        live.Handler = request.Handler ?? live.Handler;
        live.Description = request.Description ?? live.Description;
        live.Timeout = request.Timeout ?? live.Timeout;
        live.MemorySize = request.MemorySize ?? live.MemorySize;
        live.KMSKeyArn = request.KMSKeyArn switch
        {
            null => live.KMSKeyArn,
            "" => null,
            var key => key,
        };
        live.Environment = request.Environment is null
            ? live.Environment
            : new EnvironmentResponse { Variables = request.Environment.Variables };
        live.Layers = request.Layers is null
            ? live.Layers
            : [.. request.Layers.Select(arn => new Layer { Arn = arn, CodeSize = 10 })];
        live.VpcConfig = request.VpcConfig is null
            ? live.VpcConfig
            : new VpcConfigDetail
            {
                SubnetIds = request.VpcConfig.SubnetIds,
                SecurityGroupIds = request.VpcConfig.SecurityGroupIds,
                VpcId = request.VpcConfig.SubnetIds is { Count: > 0 } ? "vpc-1" : "",
                Ipv6AllowedForDualStack = request.VpcConfig.Ipv6AllowedForDualStack ?? false,
            };
        live.DeadLetterConfig = request.DeadLetterConfig switch
        {
            null => live.DeadLetterConfig,
            { TargetArn: "" } => null,
            var letters => letters,
        };
        live.TracingConfig = request.TracingConfig is null
            ? live.TracingConfig
            : new TracingConfigResponse { Mode = request.TracingConfig.Mode };
        live.EphemeralStorage = request.EphemeralStorage ?? live.EphemeralStorage;
        live.LoggingConfig = request.LoggingConfig ?? live.LoggingConfig;
    }
}
