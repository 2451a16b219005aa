using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using SonicBridge.Steps.Configure;

namespace SonicBridge.Steps.Tests.Configure;

/// <summary>Parameters in memory, behind the real client's type.</summary>
internal sealed class FakeParameters()
    : AmazonSimpleSystemsManagementClient(
        new BasicAWSCredentials("nobody", "nothing"),
        new AmazonSimpleSystemsManagementConfig { ServiceURL = "http://127.0.0.1:1" }
    )
{
    public Dictionary<string, string> Values { get; } = [];

    public IConfigurationShelf Shelf => new ParameterShelf(this);

    public override Task<GetParameterResponse> GetParameterAsync(
        GetParameterRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Values.TryGetValue(request.Name, out var value) && request.WithDecryption is true
            ? Task.FromResult(new GetParameterResponse { Parameter = new Parameter { Value = value } })
            : throw new ParameterNotFoundException("No such parameter.");
}
