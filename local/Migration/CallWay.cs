namespace SonicBridge.Local.Migration;

/// <summary>Which way a call went through a flow.</summary>
public enum CallWay
{
    /// <summary>The flow started neither.</summary>
    None,

    /// <summary>By the Fargate deployment's function.</summary>
    Fargate,

    /// <summary>By the product's function, and a bridge on EC2.</summary>
    Ec2,
}
