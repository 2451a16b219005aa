using System.Text;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace SonicBridge.Steps.Configure;

/// <summary>
/// Configurations as parameters of Systems Manager: <c>/sonicbridge/configurations/{name}</c>. A parameter holds 4 KB,
/// or 8 KB in the advanced tier.
/// </summary>
internal sealed class ParameterShelf(IAmazonSimpleSystemsManagement ssm) : IConfigurationShelf
{
    private const string Folder = "/sonicbridge/configurations/";

    /// <inheritdoc/>
    public string PlaceOf(string name) => $"the parameter {Folder}{name}";

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            // With decryption, a parameter may be a SecureString under the account's own key, or plain.
            var request = new GetParameterRequest { Name = Folder + name, WithDecryption = true };
            var response = await ssm.GetParameterAsync(request, cancellationToken);
            return Encoding.UTF8.GetBytes(response.Parameter.Value);
        }
        catch (ParameterNotFoundException)
        {
            return null;
        }
    }
}
