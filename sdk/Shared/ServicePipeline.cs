using System;
using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.StandIns;

/// <summary>Answers which kinds of signature a service takes, best first.</summary>
internal sealed class AuthSchemes(List<IAuthSchemeOption> options) : BaseAuthResolverHandler
{
    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => options;
}

/// <summary>What every service's client changes in the core's pipeline.</summary>
internal static class ServicePipeline
{
    public static void UseService(this RuntimePipeline pipeline, List<IAuthSchemeOption> authSchemes)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new RegionalEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new AuthSchemes(authSchemes));
    }
}

/// <summary>The service's id, by which telemetry and global endpoints know it.</summary>
internal sealed class ServiceName(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
