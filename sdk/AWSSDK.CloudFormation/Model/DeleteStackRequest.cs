using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>The stack, and what to keep of it.</summary>
public partial class DeleteStackRequest : AmazonCloudFormationRequest
{
    public string ClientRequestToken { get; set; }

    public DeletionMode DeletionMode { get; set; }

    public List<string> RetainResources { get; set; } = Unset.List<string>();

    public string RoleARN { get; set; }

    public string StackName { get; set; }
}
